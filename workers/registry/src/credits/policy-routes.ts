import { policyRoutes as POLICIES } from '@shixun/contract/policies'
import { recomputationRoutes as RECOMPUTATIONS } from '@shixun/contract/recomputations'
import { simulationRoutes as SIMULATIONS } from '@shixun/contract/simulations'
import { standingRoutes as STANDINGS } from '@shixun/contract/standings'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { changeRecomputation, readRecomputation, startRecomputation } from './change-recomputation.ts'
import { createPolicy } from './create-policy.ts'
import { createSimulation } from './create-simulation.ts'
import { editPolicy } from './edit-policy.ts'
import { publishPolicy } from './publish-policy.ts'
import { comparePolicies, listPolicies, policyHistory, readPolicy } from './read-policies.ts'
import { listSimulatedTeachers, listSimulations, readSimulation } from './read-simulations.ts'
import { listShortTeachers, readStandingOverview } from './read-standings.ts'
import { retirePolicy } from './retire-policy.ts'
import { stepRecomputation } from './step-recomputation.ts'
import { stepSimulation } from './step-simulation.ts'

export const policyRoutes: readonly Bound<Store>[] = [
  bind(POLICIES.listPolicies, listPolicies),
  bind(POLICIES.createPolicy, createPolicy),
  bind(POLICIES.readPolicy, readPolicy),
  bind(POLICIES.editPolicy, editPolicy),
  bind(POLICIES.publishPolicy, publishPolicy),
  bind(POLICIES.retirePolicy, retirePolicy),
  bind(POLICIES.comparePolicies, comparePolicies),
  bind(POLICIES.policyHistory, policyHistory),
  bind(RECOMPUTATIONS.readRecomputation, readRecomputation),
  bind(RECOMPUTATIONS.startRecomputation, startRecomputation),
  bind(RECOMPUTATIONS.changeRecomputation, changeRecomputation),
  bind(RECOMPUTATIONS.stepRecomputation, stepRecomputation),
  bind(SIMULATIONS.listSimulations, listSimulations),
  bind(SIMULATIONS.createSimulation, createSimulation),
  bind(SIMULATIONS.readSimulation, readSimulation),
  bind(SIMULATIONS.stepSimulation, stepSimulation),
  bind(SIMULATIONS.listSimulatedTeachers, listSimulatedTeachers),
  bind(STANDINGS.readStandingOverview, readStandingOverview),
  bind(STANDINGS.listShortTeachers, listShortTeachers),
]
