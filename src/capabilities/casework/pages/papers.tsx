export type ShownDocument = { id: string; title: string; held: string | null };

type Props = { documents: readonly ShownDocument[]; notScanned: string | null };

/** The papers on a file: each to be opened, or why nobody can. */
export function DocumentList({ documents, notScanned }: Props) {
  return (
    <>
      {notScanned !== null && <p class="govuk-body">{notScanned}</p>}
      <ul class="govuk-list">
        {documents.map(({ id, title, held }) => (
          <li key={id}>
            {held === null ? (
              <a class="govuk-link" href={`/documents/${id}`} dir="auto">
                {title}
              </a>
            ) : (
              <>
                <span dir="auto">{title}</span>. {held}.
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
