import type { Env } from './env.ts'

/** Messages that a queue takes at once. */
const AT_ONCE = 100

/** Each minute: one message for every live district. What its round does is the consumer's. */
export async function sweep({
  ROSTER,
  NUDGE,
}: Pick<Env, 'NUDGE'> & { ROSTER: Pick<Env['ROSTER'], 'districts'> }): Promise<void> {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Env['ROSTER']['districts']>> = await ROSTER.districts(after)
    for (let start = 0; start < page.refs.length; start += AT_ONCE)
      await NUDGE.sendBatch(page.refs.slice(start, start + AT_ONCE).map(({ slug }) => ({ body: { slug } })))
    after = page.next
  } while (after !== null)
}
