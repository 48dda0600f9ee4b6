import type { AgreementTerms } from './agreement.ts'
import type { AgreementTarget, ProjectFigures } from './figures.ts'

/** The figures that delivery is measured against: what the agreement in force promises. Budget is in fen. */
export function promisedFigures({ targets, money, dates }: AgreementTerms): ProjectFigures {
  const figure = (means: AgreementTarget['means']) => {
    const found = targets.find((target) => target.means === means)?.promised
    return typeof found === 'number' && found >= 0 ? found : undefined
  }
  return {
    planned: figure('persons'),
    hoursPromised: figure('hours'),
    budget: money.total,
    milestonesDue: dates.milestones.length,
  }
}
