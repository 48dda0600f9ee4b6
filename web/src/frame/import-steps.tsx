import { Steps } from '../ui/steps.tsx'
import { t } from '../words/words.ts'

const steps = ['paste', 'check', 'done'] as const

/** Where an import stands: rows come in, are looked at, are told of. */
export function ImportSteps({ at }: { at: (typeof steps)[number] }) {
  const titles = { paste: t('import.paste'), check: t('import.check'), done: t('import.result') }
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
