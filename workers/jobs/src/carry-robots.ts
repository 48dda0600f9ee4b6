import type { Env, Nudge } from './env.ts'

type Doors = { ROSTER: Pick<Env['ROSTER'], 'locate'>; ROBOTS: Env['ROBOTS'] }

/** Lets the robots of a district say what waits; answers the seconds until what failed is tried again, null when nothing is. */
export async function carryRobots({ ROSTER, ROBOTS }: Doors, { slug }: Nudge): Promise<number | null> {
  const { ref, now } = await ROSTER.locate(slug)
  return ref ? ROBOTS.send(ref, now) : null
}
