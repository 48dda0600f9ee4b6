import type { Trainer } from './cohort.ts'

/** Blanks in names and rooms are layout, full-width ones too. */
function plain(text: string): string {
  return text.replace(/[\s\u3000]+/g, '')
}

/** Words that name no place at which two classes could meet. */
const NO_PLACE = ['', '待定', '线上', '网络', '网上', '各校', '各学校', '本校', '各自学校', '腾讯会议', '钉钉']
const NO_TRAINER = ['', '待定', '未定', '自学']

export type Booked = { kind: 'trainer' | 'place'; key: string; name: string }

/** Whom and what a session takes up: each trainer by name, and the place, where these name one. */
export function bookingsOf(session: { trainers: readonly Trainer[]; place: string }): Booked[] {
  const trainers = session.trainers.map(({ name }) => plain(name)).filter((name) => !NO_TRAINER.includes(name))
  const place = plain(session.place)
  return [
    ...[...new Set(trainers)].map((name) => ({ kind: 'trainer' as const, key: `trainer/${name}`, name })),
    ...(NO_PLACE.includes(place)
      ? []
      : [{ kind: 'place' as const, key: `place/${place}`, name: session.place.trim() }]),
  ]
}
