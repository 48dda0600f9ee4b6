/** Fills that differ in their drawing, not only in their colour: solid, hatched, dotted, pale, crossed, grey. */
const drawings = [
  { ground: '#1554a3', ink: '', d: '' },
  { ground: '#cfe0f5', ink: '#1554a3', d: 'M-1 1L1 -1M0 8L8 0M7 9L9 7' },
  { ground: '#fff', ink: '#1554a3', d: 'M2 2h2v2h-2zM6 6h2v2h-2z' },
  { ground: '#8fb4e0', ink: '', d: '' },
  { ground: '#eef1f5', ink: '#465364', d: 'M0 0L8 8M0 8L8 0' },
  { ground: '#8a96a6', ink: '', d: '' },
] as const

/** Defines the fills of one drawing; `id` keeps two charts of a page apart. */
export function ChartPatterns({ id }: { id: string }) {
  return (
    <defs>
      {drawings.map(({ ground, ink, d }, index) => (
        <pattern key={ground + d} id={`${id}-${index}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={ground} />
          {d && <path d={d} stroke={ink} fill={d.includes('z') ? ink : 'none'} stroke-width="1.3" />}
        </pattern>
      ))}
    </defs>
  )
}

export function patternFill(id: string, index: number): string {
  return `url(#${id}-${index % drawings.length})`
}

/** The same fill for a legend. */
export function PatternKey({ id, index }: { id: string; index: number }) {
  return (
    <svg width="14" height="14" aria-hidden="true">
      <rect x="0.5" y="0.5" width="13" height="13" fill={patternFill(id, index)} stroke="#1554a3" />
    </svg>
  )
}
