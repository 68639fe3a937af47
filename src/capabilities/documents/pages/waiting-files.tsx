export type ShownFile = { id: string; name: string; byteSize: number; whole: boolean; photograph: boolean };

/** The files that have come and are not yet added, in the order in which photographs of pages are joined. */
export function WaitingFiles({ at, files }: { at: string; files: readonly ShownFile[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">2. Check what has been sent</h2>
      <p class="govuk-body">
        {files.length === 1 ? '1 file is' : `${files.length} files are`} here and not yet added. Files you do
        not add are removed after 24 hours.
      </p>
      <ol class="govuk-list govuk-list--number">
        {files.map((file, place) => (
          <li key={file.id}>
            <span dir="auto">{file.name}</span>, {saySize(file.byteSize)}
            {!file.whole && '. Not all of it has been sent: choose the same file again to go on'}
            <div class="govuk-button-group">
              {file.photograph && place > 0 && (
                <Act at={`${at}/order`} file={file} move="up" text="Move up" />
              )}
              {file.photograph && place < files.length - 1 && (
                <Act at={`${at}/order`} file={file} move="down" text="Move down" />
              )}
              <Act at={`${at}/removal`} file={file} text="Remove" />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

type ActProps = { at: string; file: ShownFile; move?: 'up' | 'down'; text: string };

function Act({ at, file, move, text }: ActProps) {
  return (
    <form method="post" action={at}>
      <input type="hidden" name="uploadId" value={file.id} />
      {move !== undefined && <input type="hidden" name="move" value={move} />}
      <button type="submit" class="govuk-button govuk-button--secondary">
        {text}
        <span class="govuk-visually-hidden"> {file.name}</span>
      </button>
    </form>
  );
}

function saySize(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes < 0.1 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${megabytes.toFixed(1)} MB`;
}
