import { ROUTES } from '@shixun/contract/routes'
import { DISTRICT_240 } from '@shixun/domain/credits/samples/district-hours'
import type { Tale } from './tale.ts'

/** The office makes a policy, simulates it, publishes it, has everybody computed and looks who is short; and retires it. */
export async function countPolicies({ measure, prepare, as }: Tale): Promise<void> {
  const office = { as: await as('office') }
  const policy = { ...DISTRICT_240.policy, title: '本局办法' }
  await measure(ROUTES.explainPolicy, { as: null, body: { policy } })
  const { body: draft } = await measure(ROUTES.createPolicy, { ...office, body: { from: 'body', body: policy } })
  const one = { ...office, params: { id: draft.id } }
  await measure(ROUTES.editPolicy, { ...one, ifMatch: 1, body: { body: policy } })
  await measure(ROUTES.readPolicy, one)
  await measure(ROUTES.listPolicies, office)
  await measure(ROUTES.listPolicies, { ...office, query: { state: 'draft' } }, 'by state')
  const { body: simulation } = await measure(ROUTES.createSimulation, { ...one, body: {} })
  const tried = { ...office, params: { id: simulation.id } }
  await measure(ROUTES.stepSimulation, { ...tried, body: {} })
  await measure(ROUTES.readSimulation, tried)
  await measure(ROUTES.listSimulations, one)
  await measure(ROUTES.listSimulatedTeachers, tried)
  await measure(ROUTES.listSimulatedTeachers, { ...tried, query: { outcome: 'short' } }, 'by outcome')
  await measure(ROUTES.listSimulatedTeachers, { ...tried, query: { name: '教' } }, 'by name')
  await measure(ROUTES.publishPolicy, { ...one, ifMatch: 2, body: {} })
  await measure(ROUTES.readRecomputation, one)
  await measure(ROUTES.changeRecomputation, { ...one, body: { state: 'paused' } })
  await prepare(ROUTES.changeRecomputation, { ...one, body: { state: 'running' } })
  await measure(ROUTES.stepRecomputation, { ...one, body: {} })
  await measure(ROUTES.startRecomputation, { ...one, body: {} })
  await prepare(ROUTES.stepRecomputation, { ...one, body: {} })
  await measure(ROUTES.readStandingOverview, office)
  await measure(ROUTES.listShortTeachers, office)
  await measure(ROUTES.listShortTeachers, { ...office, query: { requirement: 'total', phase: 'primary' } }, 'filtered')
  await measure(ROUTES.comparePolicies, { ...one, query: { with: draft.id } })
  await measure(ROUTES.policyHistory, one)
  await measure(ROUTES.retirePolicy, { ...one, ifMatch: 3, body: {} })
}
