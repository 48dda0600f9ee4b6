const shapes = {
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.2 3.2L13 5',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  down: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  left: 'M10 4L6 8l4 4',
  right: 'M6 4l4 4-4 4',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3L14 14',
  upload: 'M8 11V3M4.8 6L8 2.8 11.2 6M2.5 10.5v3h11v-3',
  download: 'M8 2.5v8M4.8 7.5L8 10.7l3.2-3.2M2.5 10.5v3h11v-3',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  info: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 7.2v4M8 4.8v.4',
  warn: 'M8 2l6.5 11.5h-13zM8 6.5v3.5M8 11.6v.3',
  error: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  done: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM5 8.2l2.1 2.1L11 6.2',
  clock: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.5V8l2.4 1.6',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  user: 'M8 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM2.5 14c.4-3 2.5-4.4 5.5-4.4s5.1 1.4 5.5 4.4',
  inbox: 'M2 9l2-6h8l2 6v4.5H2zM2 9h3.4l1 2h3.2l1-2H14',
  home: 'M2.5 7.5L8 2.8l5.5 4.7M4 6.5v7h8v-7',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.8M2 8h.8M2 12h.8',
  star: 'M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z',
  chart: 'M2.5 13.5h11M4.5 11V7.5M8 11V3.5M11.5 11V6',
  people:
    'M6 3a2.3 2.3 0 1 1 0 4.6A2.3 2.3 0 0 1 6 3zM1.8 13c.3-2.6 1.8-3.8 4.2-3.8s3.9 1.2 4.2 3.8M10.6 3.4a2.1 2.1 0 0 1 0 3.9M11.6 9.5c1.6.4 2.4 1.6 2.6 3.5',
  gear: 'M8 5.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M3.6 12.4L5 11M11 5l1.4-1.4',
  money: 'M4 3l4 5 4-5M8 8v5.5M4.8 8.5h6.4M4.8 11h6.4',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  cloud: 'M4.8 12.5a3 3 0 0 1-.3-6 3.8 3.8 0 0 1 7.2.8 2.6 2.6 0 0 1-.4 5.2z',
} as const

export type IconName = keyof typeof shapes

/** A line drawing in the colour of the text; always decoration, so the words beside it carry the meaning. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
