import '../quality.css'
import './panels.css'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { PageHead } from '../../../ui/page-head.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { t } from '../../../words/words.ts'
import { ChooseCall } from './choose-call.tsx'
import { ChooseExperts } from './choose-experts.tsx'
import { PreviewDraw } from './preview-draw.tsx'

/** What a panel is formed from, as far as it is chosen. */
export interface PanelChoices {
  callId: string
  size: number | null
  dueOn: string
  expertIds: readonly string[]
  /** Why each earlier draw was not taken. */
  redraws: readonly string[]
}

const steps = ['call', 'experts', 'preview'] as const
type Step = (typeof steps)[number]

/** 组成评审组: which call, which experts, the draw as it will be; only then it is formed. */
export function FormPanel() {
  const { query: address } = useLocation()
  const [step, setStep] = useState<Step>('call')
  const [choices, setChoices] = useState<PanelChoices>({
    callId: address['call'] ?? '',
    size: null,
    dueOn: '',
    expertIds: [],
    redraws: [],
  })
  const change = (more: Partial<PanelChoices>) => setChoices({ ...choices, ...more })
  const at = steps.indexOf(step)
  return (
    <>
      <PageHead
        title={t('quality.formPanel')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.panels'), href: '/panels' },
          { label: t('quality.formPanel') },
        ]}
        help={t('quality.formPanelHelp')}
      />
      <section class="card">
        <Steps
          current={step}
          steps={steps.map((key, index) => ({
            key,
            title: t(`panels.${key}`),
            ...(index < at ? { state: 'done' as const } : {}),
          }))}
        />
      </section>
      {step === 'call' && <ChooseCall choices={choices} onChange={change} onNext={() => setStep('experts')} />}
      {step === 'experts' && (
        <ChooseExperts
          choices={choices}
          onChange={change}
          onBack={() => setStep('call')}
          onNext={() => setStep('preview')}
        />
      )}
      {step === 'preview' && <PreviewDraw choices={choices} onChange={change} onBack={() => setStep('experts')} />}
    </>
  )
}
