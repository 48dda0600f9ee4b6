import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { OutputOf } from '../../../call.ts'
import { FormDialog } from '../../../frame/form-dialog.tsx'
import { useNow } from '../../../frame/use-now.ts'
import { useActing } from '../../../session.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { ChinaTimeInput } from '../china-time-input.tsx'
import { instantForYear, titleForYear } from './next-year.ts'

type Source = Pick<OutputOf<'listCalls'>['items'][number], 'id' | 'title' | 'year' | 'opensAt' | 'closesAt'>

interface CopyCallDialogProps {
  /** Null lets one choose among the calls there are. */
  source: Source | null
  onClose: () => void
}

function suggestion(source: Source, year: number) {
  const by = year - source.year
  return {
    year,
    title: titleForYear(source.title, source.year, year),
    opensAt: instantForYear(source.opensAt, by),
    closesAt: instantForYear(source.closesAt, by),
  }
}

/** 复制往年批次: form, rules and files come along; year, title and window are given anew. */
export function CopyCallDialog({ source, onClose }: CopyCallDialogProps) {
  const { district } = useActing()
  const { route } = useLocation()
  const now = useNow()
  const { send, busy, problem } = useSend('copyCall')
  const calls = useQuery('listCalls', source === null ? { params: { district }, query: { limit: 200 } } : null)
  const ahead = (one: Source) => Math.max(Number(formatDate(now).slice(0, 4)), one.year + 1)
  const [from, setFrom] = useState(source)
  const [given, setGiven] = useState(
    source === null ? { year: 0, title: '', opensAt: '', closesAt: '' } : suggestion(source, ahead(source)),
  )
  const errors = problem?.fields ?? {}
  async function copy() {
    if (!from) return
    const answer = await send({ params: { district, id: from.id }, body: given })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('design.copied') })
    route(`/calls/${answer.body.id}/edit`)
  }
  return (
    <FormDialog
      open
      title={t('design.copy')}
      confirmLabel={t('design.copy')}
      ready={from !== null && given.title.trim() !== '' && given.opensAt !== '' && given.closesAt !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void copy()}
      onClose={onClose}
    >
      <Callout>{t('design.copyHelp')}</Callout>
      {source === null && (
        <Field label={t('design.copyFrom')} required>
          {(link) => (
            <Select
              {...link}
              value={from?.id ?? ''}
              onChange={(id) => {
                const one = calls.data?.items.find((item) => item.id === id) ?? null
                setFrom(one)
                if (one) setGiven(suggestion(one, ahead(one)))
              }}
              options={(calls.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
        </Field>
      )}
      {from !== null && (
        <>
          <Field label={t('calls.year')} required short error={errors['/year']}>
            {(link) => (
              <NumberInput
                {...link}
                value={given.year}
                onChange={(year) => setGiven(year === null ? { ...given, year: from.year } : suggestion(from, year))}
              />
            )}
          </Field>
          <Field label={t('calls.title')} required error={errors['/title']}>
            {(link) => (
              <TextInput
                {...link}
                value={given.title}
                onChange={(title) => setGiven({ ...given, title })}
                maxLength={100}
              />
            )}
          </Field>
          <Field label={t('calls.opensAt')} required group error={errors['/opensAt']}>
            {(link) => (
              <ChinaTimeInput
                {...link}
                value={given.opensAt}
                usualTime="09:00"
                onChange={(opensAt) => setGiven({ ...given, opensAt })}
              />
            )}
          </Field>
          <Field label={t('calls.closesAt')} required group error={errors['/closesAt']}>
            {(link) => (
              <ChinaTimeInput
                {...link}
                value={given.closesAt}
                usualTime="17:30"
                onChange={(closesAt) => setGiven({ ...given, closesAt })}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  )
}
