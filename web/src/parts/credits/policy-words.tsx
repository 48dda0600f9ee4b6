/** A policy clause by clause, as sentences. */
export function PolicyWords({ words }: { words: readonly { title: string; lines: readonly string[] }[] }) {
  return (
    <div class="policy-words">
      {words.map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
