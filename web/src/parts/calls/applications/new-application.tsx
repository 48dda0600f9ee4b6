import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ListState } from '../../../frame/list-state.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Field } from '../../../ui/field.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { Call } from '../design/call-draft.ts'

type Offered = Pick<Call, 'id' | 'title' | 'closesAt' | 'quotaPerUnit'> & { extendedUntil?: string | null }

/** The open calls, and the one that was asked for where this unit may still apply to it. */
function offered(open: readonly Offered[], asked: Call | undefined): readonly Offered[] {
  if (!asked?.actions.includes('apply')) return open
  return [asked, ...open.filter(({ id }) => id !== asked.id)]
}

/** 新建申报: which open call, under what title, and whether from an earlier one; everything else is filled in the editor. */
export function NewApplication() {
  const { district } = useActing()
  const { query, route } = useLocation()
  const calls = useQuery('listCalls', { params: { district }, query: { state: 'open', limit: 200 } })
  // a unit that was granted more time comes from the page of a call that is closed to all others
  const given = query['call'] ?? ''
  const asked = useQuery('readCall', given === '' ? null : { params: { district, id: given } })
  const earlier = useQuery('listApplications', { params: { district }, query: { limit: 200 } })
  const { send, busy, problem } = useSend('createApplication')
  const [chosen, setChosen] = useState(given)
  const [typed, setTyped] = useState<string | null>(null)
  const [from, setFrom] = useState(query['from'] ?? '')
  const own = earlier.data?.items ?? []
  const source = own.find(({ id }) => id === from)
  const title = typed ?? source?.title ?? ''
  const ready = chosen !== '' && title.trim() !== ''
  async function create() {
    const body = { callId: chosen, title: title.trim(), ...(from === '' ? {} : { from }) }
    const answer = await send({ params: { district }, body })
    if (answer.ok) route(`/applications/${answer.body.id}/edit`)
  }
  const choice = (items: readonly Offered[]) => (
    <Field label={t('menu.calls')} required group error={problem?.fields['/callId']}>
      {(link) => (
        <RadioGroup
          {...link}
          column
          value={chosen}
          onChange={setChosen}
          options={offered(items, asked.data).map((one) => ({
            value: one.id,
            label: one.title,
            help: t('calls.openUntil', {
              at: formatInstant(one.extendedUntil ?? one.closesAt),
              n: one.quotaPerUnit,
            }),
          }))}
        />
      )}
    </Field>
  )
  return (
    <>
      <PageHead
        title={t('calls.apply')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.applications'), href: '/applications' },
          { label: t('calls.apply') },
        ]}
      />
      <form
        class="card stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !busy) void create()
        }}
      >
        {problem && (
          <Callout kind="error" title={problem.title}>
            {problem.detail}
          </Callout>
        )}
        <ListState
          query={calls}
          empty={
            offered([], asked.data).length > 0 ? (
              choice([])
            ) : (
              <EmptyState title={t('calls.noneOpen')} help={t('calls.noneOpenHelp')} />
            )
          }
        >
          {choice}
        </ListState>
        {own.length > 0 && (
          <Field label={t('drafting.from')} help={t('drafting.fromHelp')}>
            {(link) => (
              <Select
                {...link}
                value={from}
                onChange={setFrom}
                placeholder={t('drafting.fromNone')}
                options={own.map((one) => ({
                  value: one.id,
                  label: t('drafting.fromOption', { title: one.title, call: one.callTitle ?? t('drafting.noCall') }),
                }))}
              />
            )}
          </Field>
        )}
        <Field label={t('calls.project')} required help={t('calls.projectHelp')} error={problem?.fields['/title']}>
          {(link) => <TextInput {...link} value={title} onChange={setTyped} maxLength={100} />}
        </Field>
        <div class="row">
          <Button href="/applications">{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={!ready}>
            {t('calls.startFilling')}
          </Button>
        </div>
      </form>
    </>
  )
}
