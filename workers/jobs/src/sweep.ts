import type { Env } from './env.ts'

/** Each minute: one message for every live district, 100 at a time. What its round does is the consumer's. */
export async function sweep({ ROSTER, NUDGE }: Pick<Env, 'ROSTER' | 'NUDGE'>): Promise<void> {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Env['ROSTER']['districts']>> = await ROSTER.districts(after)
    if (page.refs.length > 0) await NUDGE.sendBatch(page.refs.map(({ slug }) => ({ body: { slug } })))
    after = page.next
  } while (after !== null)
}
