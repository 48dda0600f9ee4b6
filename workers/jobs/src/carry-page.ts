import type { Env, Publish } from './env.ts'

/** Pages carried for one message at most: 32 worker calls an invocation, two a page. */
const PAGES_AT_ONCE = 14

/**
 * Carries a district's month to its province. Pages that the province has not got, because an earlier message was lost
 * or the month took several, go first; what stays undone is tried again by the queue.
 */
export async function carryPage(doors: Env, { slug, period }: Publish): Promise<void> {
  const { ref, now } = await doors.ROSTER.locate(slug)
  if (!ref) return
  const page = await doors.FEED_SOURCE.publish(ref, period, now)
  if (!page) return doors.FEED_SINK.excuse(period, ref)
  let turn: typeof page | null = page
  for (let carried = 0; turn !== null && carried < PAGES_AT_ONCE; carried++) {
    const answer = await doors.FEED_SINK.accept(turn, now)
    if (answer.accepted && turn.page === page.page) return
    const wanted = answer.accepted ? turn.page + 1 : answer.expects
    // A page that the province expects after this one cannot bring this one in: its chain is another.
    if (wanted === null || wanted > page.page)
      throw new Error(`page ${turn.page} of ${slug} was refused: ${answer.reason}`)
    turn = await doors.FEED_SOURCE.page(ref, page.epoch, wanted)
  }
  throw new Error(`pages of ${slug} are still to be carried`)
}
