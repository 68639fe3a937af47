type Props = { files: readonly { documentId: string; title: string }[]; title?: string };

/** The files that belong to advice, each to be opened. */
export function FilesView({ files, title = 'Files' }: Props) {
  if (files.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list">
        {files.map((one) => (
          <li key={one.documentId}>
            <a class="govuk-link" href={`/documents/${one.documentId}`} dir="auto">
              {one.title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
