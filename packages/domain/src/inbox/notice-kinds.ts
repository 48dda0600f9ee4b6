/** Kinds of tasks that only tell something: whoever has read one may put it away. */
const NOTICE_KINDS: readonly string[] = [
  'cohort.cancelled',
  'cohort.promoted',
  'cohort.unplaced',
  'cohort_offer.lapsed',
  'enrolment.lapsed',
  'guest.refused',
  'guest.withdrawn',
  'offer.withdrawn',
]

/** Whether a task asks for nothing but to be read. */
export function isNotice(kind: string): boolean {
  return NOTICE_KINDS.includes(kind)
}
