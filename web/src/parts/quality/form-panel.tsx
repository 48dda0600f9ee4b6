import './quality.css'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ListState } from '../../frame/list-state.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { CheckboxGroup } from '../../ui/checkbox-group.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'

const most = 200

/** 组成评审组: which call, which experts, how many to an item; who gets what is drawn. */
export function FormPanel() {
  const { district } = useActing()
  const { route, query: address } = useLocation()
  const calls = useQuery('listCalls', { params: { district }, query: { limit: most } })
  const experts = useQuery('listExperts', { params: { district }, query: { limit: most } })
  const [callId, setCallId] = useState(address['call'] ?? '')
  const chosen = useQuery('readCall', callId === '' ? null : { params: { district, id: callId } })
  const [expertIds, setExpertIds] = useState<string[]>([])
  const [size, setSize] = useState<number | null>(null)
  const [seed, setSeed] = useState('')
  const { send, busy, problem } = useSend('formPanel')
  const errors = problem?.fields ?? {}
  const rules = chosen.data?.review
  async function form() {
    const answer = await send({
      params: { district },
      body: { callId, expertIds, size: size ?? undefined, seed: seed.trim() === '' ? undefined : seed.trim() },
    })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('quality.panelFormed') })
    route(`/panels/${answer.body.id}`)
  }
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
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && callId !== '' && expertIds.length > 0) void form()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        <section class="card stack">
          <h2>{t('quality.whatIsReviewed')}</h2>
          <Field label={t('quality.call')} required help={t('quality.callHelp')} error={errors['/callId']}>
            {(link) => (
              <Select
                {...link}
                value={callId}
                onChange={setCallId}
                options={(calls.data?.items ?? [])
                  .filter((one) => one.state !== 'draft')
                  .map((one) => ({ value: one.id, label: `${one.title}（${wordFor('call', one.state)}）` }))}
              />
            )}
          </Field>
          {rules && (
            <Callout title={t('quality.rulesOfCall')}>
              {[
                wordFor('blindness', rules.blindness),
                wordFor('method', rules.method),
                t('quality.quotaIs', { n: rules.quota }),
              ].join('；')}
            </Callout>
          )}
        </section>
        <section class="card stack">
          <h2>{t('quality.whoReviews')}</h2>
          <ListState
            query={experts}
            empty={
              <EmptyState
                title={t('quality.noExperts')}
                help={t('quality.noExpertsHelp')}
                action={<Button href="/experts">{t('menu.experts')}</Button>}
              />
            }
          >
            {(items) => (
              <Field
                label={t('quality.expertsChosen', { n: expertIds.length, total: items.length })}
                group
                required
                help={t('quality.expertsHelp')}
                error={errors['/expertIds']}
              >
                {() => (
                  <>
                    <div class="row quality-choose">
                      <Button size="small" onClick={() => setExpertIds(items.map(({ id }) => id))}>
                        {t('frame.all')}
                      </Button>
                      <Button size="small" disabled={expertIds.length === 0} onClick={() => setExpertIds([])}>
                        {t('ui.clearSelection')}
                      </Button>
                    </div>
                    <div class="quality-experts">
                      <CheckboxGroup
                        value={expertIds}
                        onChange={setExpertIds}
                        options={items.map((expert) => ({
                          value: expert.id,
                          label: expert.name,
                          help: [
                            expert.subjects.join('、'),
                            expert.phases.map((phase) => wordFor('phase', phase)).join('、'),
                          ]
                            .filter(Boolean)
                            .join(' · '),
                        }))}
                      />
                    </div>
                  </>
                )}
              </Field>
            )}
          </ListState>
          <div class="grid-2">
            <Field
              label={t('quality.expertsEach')}
              help={t('quality.expertsEachHelp', { n: rules?.expertsPerItem ?? '—' })}
              error={errors['/size']}
            >
              {(link) => <NumberInput {...link} value={size} onChange={setSize} unit={t('quality.persons')} />}
            </Field>
            <Field label={t('quality.seed')} optional help={t('quality.seedHelp')} error={errors['/seed']}>
              {(link) => <TextInput {...link} value={seed} onChange={setSeed} maxLength={80} />}
            </Field>
          </div>
        </section>
        <div class="card row">
          <Button href="/panels">{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={callId === '' || expertIds.length === 0}>
            {t('quality.draw')}
          </Button>
        </div>
      </form>
    </>
  )
}
