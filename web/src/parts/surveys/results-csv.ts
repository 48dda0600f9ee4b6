import type { OutputOf } from '../../call.ts'

type Results = OutputOf<'readSurveyResults'>

/** A cell of CSV: quoted, and what a spreadsheet would take for a formula kept as text. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text
  return `"${safe.replace(/"/g, '""')}"`
}

function figure(hundredths: number | null): string {
  return hundredths === null ? '' : (hundredths / 100).toFixed(2)
}

/** The words of the table's head, and of a group. */
export interface CsvWords {
  head: readonly [question: string, option: string, count: string, share: string, mean: string]
  group: (key: string, value: string) => string
}

/** What the results page shows, as CSV with a BOM: nothing that it does not show. */
export function resultsCsv({ questions, segments }: Results, words: CsvWords): string {
  const overall = questions.flatMap(({ title, options, counts, answered, mean }) =>
    counts === null
      ? []
      : options.map((option, at) => [
          title,
          option,
          counts[at] ?? 0,
          answered === 0 ? '' : figure(((counts[at] ?? 0) / answered) * 10_000),
          figure(mean),
        ]),
  )
  const parted = segments.flatMap(({ key, questions: asked }) =>
    asked.flatMap(({ key: question, cells }) => {
      const known = questions.find((one) => one.key === question)
      return cells.flatMap((group) =>
        (known?.options ?? []).map((option, at) => [
          `${known?.title ?? question}（${words.group(key, group.value)}）`,
          option,
          group.counts[at] ?? 0,
          figure(((group.counts[at] ?? 0) / group.answered) * 10_000),
          figure(group.mean),
        ]),
      )
    }),
  )
  const lines = [words.head, ...overall, ...parted].map((row) => row.map(cell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
