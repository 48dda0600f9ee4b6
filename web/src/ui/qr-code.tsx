import { useMemo } from 'preact/hooks'
import { encode } from 'uqr'

export interface QrCodeProps {
  /** What a phone reads. */
  text: string
  /** For those who hear the page. */
  label: string
  /** Side in any unit of CSS. */
  size: string
}

/** Light modules around the code: with fewer some phones do not find it. */
const QUIET = 4

/** The dark modules as one path, a run of a row a stroke. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  const runs: string[] = []
  rows.forEach((row, y) => {
    let from = -1
    for (let x = 0; x <= row.length; x++) {
      if (row[x] && from < 0) from = x
      if (!row[x] && from >= 0) {
        runs.push(`M${from} ${y}h${x - from}v1h${from - x}z`)
        from = -1
      }
    }
  })
  return runs.join('')
}

/** A QR code of level M as one path of SVG: sharp on paper, and a page of hundreds stays light. */
export function QrCode({ text, label, size }: QrCodeProps) {
  const { path, side } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: 'M', border: 0 })
    return { path: pathOf(data), side: modules + 2 * QUIET }
  }, [text])
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
