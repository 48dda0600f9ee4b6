import { Callout } from '../../ui/callout.tsx'
import { t } from '../../words/words.ts'
import {
  blankCap,
  blankConversion,
  blankExemption,
  blankRequirement,
  type Policy,
  type PolicyProblem,
} from './policy-draft.ts'
import { PolicyFrameFields, PolicyLeaveFields } from './policy-frame-fields.tsx'
import { RequirementFields } from './policy-requirement-fields.tsx'
import { CapFields, ConversionFields, ExemptionFields } from './policy-rule-fields.tsx'
import { PolicyWords } from './policy-words.tsx'
import { RuleList } from './rule-list.tsx'
import type { PolicyReading } from './use-policy-words.ts'

interface PolicyEditorProps {
  policy: Policy
  reading: PolicyReading
  onChange: (policy: Policy) => void
}

/** Unfolds and shows the rule that a problem points at. */
function show({ pointer }: PolicyProblem) {
  const [, list = '', at = ''] = /^\/(\w+)(?:\/(\d+))?/.exec(pointer) ?? []
  const found =
    document.getElementById(`policy-${list}-${at}`) ??
    document.getElementById(`policy-${list}`) ??
    document.getElementById(/^(?:leave|carryOver)$/.test(list) ? 'policy-leave' : 'policy-frame')
  if (found instanceof HTMLDetailsElement) found.open = true
  found?.scrollIntoView({ block: 'start' })
  found?.querySelector<HTMLElement>('summary, input, select')?.focus()
}

/** Every element of a policy as a form, and beside it what it says. */
export function PolicyEditor({ policy, reading, onChange }: PolicyEditorProps) {
  const { words, problems } = reading
  const set = (part: Partial<Policy>) => onChange({ ...policy, ...part })
  const errors = Object.fromEntries(problems.map(({ pointer, detail }) => [pointer, detail]))
  return (
    <div class="policy-editor">
      <div class="stack">
        <PolicyFrameFields policy={policy} errors={errors} set={set} />
        <RuleList
          title={t('policies.conversions')}
          help={t('policies.conversionsHelp')}
          pointer="/conversions"
          problems={problems}
          rules={policy.conversions}
          blank={() => blankConversion(policy)}
          onChange={(conversions) => set({ conversions })}
        >
          {(rule, change) => <ConversionFields rule={rule} set={change} />}
        </RuleList>
        <RuleList
          title={t('policies.caps')}
          help={t('policies.capsHelp')}
          pointer="/caps"
          problems={problems}
          rules={policy.caps}
          blank={() => blankCap(policy)}
          onChange={(caps) => set({ caps })}
        >
          {(rule, change) => <CapFields rule={rule} set={change} />}
        </RuleList>
        <RuleList
          title={t('policies.requirements')}
          help={t('policies.requirementsHelp')}
          pointer="/requirements"
          problems={problems}
          rules={policy.requirements}
          blank={() => blankRequirement(policy)}
          onChange={(requirements) => set({ requirements })}
        >
          {(rule, change) => <RequirementFields rule={rule} set={change} policy={policy} />}
        </RuleList>
        <RuleList
          title={t('policies.exemptions')}
          help={t('policies.exemptionsHelp')}
          pointer="/exemptions"
          problems={problems}
          rules={policy.exemptions}
          blank={() => blankExemption(policy)}
          onChange={(exemptions) => set({ exemptions })}
        >
          {(rule, change) => <ExemptionFields rule={rule} set={change} policy={policy} />}
        </RuleList>
        <PolicyLeaveFields policy={policy} errors={errors} set={set} />
      </div>
      <aside class="policy-beside card" aria-label={t('policies.inWords')}>
        <h2>{t('policies.inWords')}</h2>
        <div aria-live="polite">
          {problems.length > 0 ? (
            <Callout kind="warning" title={t('policies.problems', { n: problems.length })}>
              <ul class="policy-problems">
                {problems.slice(0, 8).map((problem) => (
                  <li key={problem.pointer + problem.detail}>
                    <button type="button" class="link" onClick={() => show(problem)}>
                      {problem.detail}
                    </button>
                  </li>
                ))}
              </ul>
            </Callout>
          ) : (
            <Callout kind="success" title={t('policies.sound')} />
          )}
        </div>
        <PolicyWords words={words} />
      </aside>
    </div>
  )
}
