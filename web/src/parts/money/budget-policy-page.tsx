import './money.css'
import { useEffect, useState } from 'preact/hooks'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { Menu } from '../../ui/menu.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { LectureFigures, PersonDayFigures } from './policy-figures.tsx'
import {
  amountRules,
  type BudgetPolicy,
  checkRules,
  isPolicy,
  lectureRules,
  personDayRules,
  shareRules,
} from './policy-rules.ts'
import { RuleTable } from './rule-table.tsx'

interface EditorProps {
  stored: BudgetPolicy
  version: number
  editable: boolean
}

function Editor({ stored, version, editable }: EditorProps) {
  const { district } = useActing()
  const [policy, setPolicy] = useState(stored)
  const [note, setNote] = useState('')
  // the version that was opened: what somebody else saved meanwhile is refused, not overwritten
  const [opened, setOpened] = useState(version)
  const samples = useQuery('readSamples', editable ? { params: { district } } : null)
  const { send, busy, problem } = useSend('putSetting')
  const errors = problem?.fields ?? {}
  const changed = JSON.stringify(policy) !== JSON.stringify(stored)
  useEffect(() => {
    if (problem) focusFirstError()
  }, [problem])
  async function save() {
    const answer = await send({
      params: { district, key: 'budget-policy' },
      body: { value: policy, ...(note.trim() === '' ? {} : { note }) },
      ifMatch: opened,
    })
    if (!answer.ok) return
    setOpened(answer.body.version)
    setNote('')
    showToast({ kind: 'success', text: t('budgetPolicy.saved') })
  }
  const common = { policy, errors, disabled: !editable, onChange: setPolicy }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void save()
      }}
    >
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <section class="card stack">
        <div class="row">
          <h2>{t('budgetPolicy.basis')}</h2>
          <Tag>{opened === 0 ? t('budgetPolicy.shipped') : t('budgetPolicy.ownValue', { n: opened })}</Tag>
          {editable && samples.data && (
            <Menu
              small
              label={t('budgetPolicy.sample')}
              items={samples.data.budgetPolicies.map(({ key, policy: sample }) => ({
                key,
                label: sample.title,
                help: sample.source,
                onPick: () => {
                  setPolicy(sample)
                  showToast({ kind: 'info', text: t('budgetPolicy.samplePicked', { title: sample.title }) })
                },
              }))}
            />
          )}
        </div>
        <Field label={t('budgetPolicy.name')} required error={errors['/value/title']} pointer="/value/title">
          {(link) => (
            <TextInput
              {...link}
              value={policy.title}
              onChange={(title) => setPolicy({ ...policy, title })}
              maxLength={60}
              disabled={!editable}
            />
          )}
        </Field>
        <Field
          label={t('budgetPolicy.source')}
          required
          help={t('budgetPolicy.sourceHelp')}
          error={errors['/value/source']}
          pointer="/value/source"
        >
          {(link) => (
            <TextInput
              {...link}
              value={policy.source}
              onChange={(source) => setPolicy({ ...policy, source })}
              maxLength={300}
              disabled={!editable}
            />
          )}
        </Field>
        <Field label={t('budgetPolicy.validFrom')} short error={errors['/value/validFrom']} pointer="/value/validFrom">
          {(link) => (
            <DateInput
              {...link}
              value={policy.validFrom ?? ''}
              onChange={(day) => setPolicy({ ...policy, validFrom: day === '' ? null : day })}
              disabled={!editable}
            />
          )}
        </Field>
      </section>
      <section class="card stack">
        <h2>{t('budgetPolicy.shares')}</h2>
        <RuleTable {...common} caption={t('budgetPolicy.shares')} rules={shareRules} unit="share" />
      </section>
      <section class="card stack">
        <h2>{t('budgetPolicy.amounts')}</h2>
        <RuleTable {...common} caption={t('budgetPolicy.amounts')} rules={amountRules} unit="fen" />
      </section>
      <section class="card stack">
        <h2>{t('budgetPolicy.personDay')}</h2>
        <p class="muted">{t('budgetPolicy.personDayHelp')}</p>
        <PersonDayFigures {...common} />
        <RuleTable {...common} caption={t('budgetPolicy.personDay')} rules={personDayRules} />
      </section>
      <section class="card stack">
        <h2>{t('budgetPolicy.lectures')}</h2>
        <LectureFigures {...common} />
        <RuleTable {...common} caption={t('budgetPolicy.lectures')} rules={lectureRules} />
      </section>
      <section class="card stack">
        <h2>{t('budgetPolicy.checks')}</h2>
        <RuleTable {...common} caption={t('budgetPolicy.checks')} rules={checkRules} />
      </section>
      {editable && (
        <div class="card policy-foot">
          <Field label={t('budgetPolicy.note')} help={t('budgetPolicy.noteHelp')} error={errors['/note']}>
            {(link) => <TextInput {...link} value={note} onChange={setNote} maxLength={2000} />}
          </Field>
          <Button disabled={!changed} onClick={() => setPolicy(stored)}>
            {t('budgetPolicy.undo')}
          </Button>
          <Button kind="primary" type="submit" busy={busy} disabled={!changed}>
            {t('budgetPolicy.save')}
          </Button>
        </div>
      )}
    </form>
  )
}

/** 经费和课程规则: every cap and what happens when it is broken, from a sample or one's own. */
export function BudgetPolicyPage() {
  const { district } = useActing()
  const query = useQuery('readSetting', { params: { district, key: 'budget-policy' } })
  return (
    <>
      <PageHead
        title={t('budgetPolicy.title')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.settings'), href: '/settings' },
          { label: t('budgetPolicy.title') },
        ]}
        help={t('budgetPolicy.help')}
      />
      <QueryView query={query} skeleton="form">
        {({ value, sample, version, actions }) => {
          const policy = value ?? sample
          return isPolicy(policy) ? (
            <Editor stored={policy} version={version} editable={actions.includes('edit')} />
          ) : null
        }}
      </QueryView>
    </>
  )
}
