import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ListState } from '../../frame/list-state.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

/** 新建申报: which open call, and under what title; everything else is filled in the editor. */
export function NewApplication() {
  const { district } = useActing()
  const { query, route } = useLocation()
  const calls = useQuery('listCalls', { params: { district }, query: { state: 'open', limit: 200 } })
  const { send, busy, problem } = useSend('createApplication')
  const [chosen, setChosen] = useState(query['call'] ?? '')
  const [title, setTitle] = useState('')
  const ready = chosen !== '' && title.trim() !== ''
  async function create() {
    const answer = await send({ params: { district }, body: { callId: chosen, title: title.trim() } })
    if (answer.ok) route(`/applications/${answer.body.id}/edit`)
  }
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
        <ListState query={calls} empty={<EmptyState title={t('calls.noneOpen')} help={t('calls.noneOpenHelp')} />}>
          {(items) => (
            <Field label={t('menu.calls')} required group error={problem?.fields['/callId']}>
              {(link) => (
                <RadioGroup
                  {...link}
                  column
                  value={chosen}
                  onChange={setChosen}
                  options={items.map((one) => ({
                    value: one.id,
                    label: one.title,
                    help: t('calls.openUntil', { at: formatInstant(one.closesAt), n: one.quotaPerUnit }),
                  }))}
                />
              )}
            </Field>
          )}
        </ListState>
        <Field label={t('calls.project')} required help={t('calls.projectHelp')} error={problem?.fields['/title']}>
          {(link) => <TextInput {...link} value={title} onChange={setTitle} maxLength={100} />}
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
