import { ROUTES } from '@shixun/contract/routes'
import { BEGIN, fixedId } from '../house.ts'
import type { Tale } from './tale.ts'

const ADDRESS = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=00000000-0000-4000-8000-000000000000'

/** The office registers a robot, mends it, looks at what it said, has a message sent again, and removes it. */
export async function countRobots({ county, measure, as }: Tale): Promise<void> {
  const office = { as: await as('office') }
  // it listens to what does not happen in this tale: nothing is sent out of the house
  const body = { kind: 'wecom', name: '师训科群', address: ADDRESS, events: ['deadline.near'] }
  const { body: robot } = await measure(ROUTES.createRobot, { ...office, body })
  await measure(ROUTES.listRobots, office)
  const one = { ...office, params: { id: robot.id } }
  // switched off, so that what is to be sent again stays in the house
  await measure(ROUTES.editRobot, { ...one, ifMatch: 1, body: { state: 'off' } })
  const dead = fixedId('dsp', 1)
  const insert = `INSERT INTO dispatches (id, robot_id, event, title, body, state, attempts, next_at, version, created_at)
    VALUES (?, ?, 'deadline.near', '', '', 'dead', 6, '', 1, ?)`
  await county.tenant.prepare(insert).bind(dead, robot.id, BEGIN).all()
  await measure(ROUTES.listDispatches, one)
  await measure(ROUTES.retryDispatch, { ...office, params: { id: dead } })
  await measure(ROUTES.removeRobot, { ...one, ifMatch: 2 })
  await measure(ROUTES.readDigest, office)
}
