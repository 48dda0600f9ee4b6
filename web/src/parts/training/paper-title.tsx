import './paper.css'

/** The title of a document; a long one breaks where the words do: before the last `before`, never inside what follows. */
export function PaperTitle({ text, before }: { text: string; before: string }) {
  const at = text.lastIndexOf(before)
  if (at <= 0) return <h2 class="paper-title">{text}</h2>
  return (
    <h2 class="paper-title">
      {text.slice(0, at)}
      <span>{text.slice(at)}</span>
    </h2>
  )
}
