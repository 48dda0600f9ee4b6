import type { FormValues } from '../calls/form.ts'
import type { ProjectFigures } from './figures.ts'

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined
}

/** What an approved application promised, as the figures that delivery is later measured against. Budget is in fen. */
export function promisedFigures(values: FormValues, milestones: number): ProjectFigures {
  return {
    planned: whole(values['persons']),
    hoursPromised: whole(values['hours']),
    budget: whole(values['budget']),
    milestonesDue: milestones,
  }
}
