import { Steps } from '../../ui/steps.tsx'
import { t } from '../../words/words.ts'

const steps = ['read', 'check', 'write', 'done'] as const
export type RosterImportStep = (typeof steps)[number]

/** Where an import of the roster stands. */
export function RosterImportSteps({ at }: { at: RosterImportStep }) {
  const titles = {
    read: t('roster.stepRead'),
    check: t('roster.stepCheck'),
    write: t('roster.stepWrite'),
    done: t('roster.stepDone'),
  }
  return (
    <Steps
      current={at}
      steps={steps.map((key, index) => ({
        key,
        title: titles[key],
        state: index < steps.indexOf(at) ? 'done' : undefined,
      }))}
    />
  )
}
