import type { AgreementTerms } from './agreement.ts'
import type { AgreementTarget, ProjectFigures } from './figures.ts'

/** The figures that delivery is measured against: what the agreement in force promises. Budget is in fen; a form that asks for no money promises none. */
export function promisedFigures({ targets, money, dates }: AgreementTerms): ProjectFigures {
  const figure = (means: AgreementTarget['means']) => {
    const found = targets.find((target) => target.means === means)?.promised
    return typeof found === 'number' && found >= 0 ? found : undefined
  }
  return {
    planned: figure('persons'),
    hoursPromised: figure('hours'),
    budget: money.total === 0 && money.items.length === 0 ? undefined : money.total,
    milestonesDue: dates.milestones.length,
  }
}

/** Figures that only an amendment of the agreement changes, where the agreement promises them. */
export function fixedFigures(terms: AgreementTerms): (keyof ProjectFigures)[] {
  const promised = promisedFigures(terms)
  return (['planned', 'hoursPromised', 'budget'] as const).filter((key) => promised[key] !== undefined)
}
