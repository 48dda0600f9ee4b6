const CHARACTER = 12.5
/** Below this a label stands over its row, so that the drawing keeps the whole width of a phone. */
const NARROW = 460

/** Where the rows of a lying chart stand: `left` to `right` is the drawing, a label beside or above it. */
export interface RowLayout {
  left: number
  right: number
  rowHeight: number
  /** Baseline of a label and middle of the drawing, from the top of its row. */
  labelY: number
  middleY: number
  stacked: boolean
  x: (value: number) => number
}

export function rowLayout(
  width: number,
  labels: readonly string[],
  scale: readonly [low: number, high: number],
  figureRoom: number,
): RowLayout {
  const stacked = width < NARROW
  const longest = Math.max(...labels.map((label) => label.length), 1)
  const left = stacked ? 10 : Math.min(longest * CHARACTER + 14, width * 0.34)
  const right = Math.max(width - figureRoom, left + 60)
  const [low, high] = scale
  return {
    left,
    right,
    rowHeight: stacked ? 42 : 30,
    labelY: stacked ? 13 : 19,
    middleY: stacked ? 28 : 15,
    stacked,
    x: (value) => left + ((Math.min(Math.max(value, low), high) - low) / (high - low || 1)) * (right - left),
  }
}

/** As much of a label as has room; the whole stands in its tip and in the table. */
export function cutLabel(text: string, room: number): string {
  const fits = Math.max(2, Math.floor(room / CHARACTER))
  return text.length <= fits ? text : `${text.slice(0, fits - 1)}…`
}
