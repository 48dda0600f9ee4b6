import { useState } from 'preact/hooks'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useNow } from '../../frame/use-now.ts'
import { useActing } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'

interface GivePlacesProps {
  cohort: string
  /** What bureaus have already, and until when, by slug. */
  given: Readonly<Record<string, { places: number; until: string | null }>>
  onClose: () => void
}

/** 分配名额: one figure a bureau; empty means none. */
export function GivePlaces({ cohort, given, onClose }: GivePlacesProps) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('offerCohort')
  const bureaus = useQuery('listBureaus', { query: { limit: 200 } })
  const [places, setPlaces] = useState<Readonly<Record<string, number | null>>>(
    Object.fromEntries(Object.entries(given).map(([slug, one]) => [slug, one.places])),
  )
  const [message, setMessage] = useState('')
  const [until, setUntil] = useState(Object.values(given).find((one) => one.until !== null)?.until ?? '')
  const today = formatDate(useNow())
  const items = bureaus.data?.items ?? []
  const receivers = items.flatMap(({ slug, name }) => {
    const n = places[slug] ?? null
    const known = given[slug]
    const same = n === known?.places && until === (known?.until ?? '')
    return n !== null && n > 0 && !same ? [{ slug, name, places: n }] : []
  })
  async function give() {
    const body = { receivers, message: message.trim(), ...(until === '' ? {} : { until }) }
    const answer = await send({ params: { district, id: cohort }, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('cohortOffers.given', { n: receivers.length }) })
    onClose()
  }
  return (
    <FormDialog
      open
      size="wide"
      title={t('cohortOffers.giveTitle')}
      confirmLabel={t('cohortOffers.give')}
      ready={receivers.length > 0}
      busy={busy}
      problem={problem ?? bureaus.problem}
      onSubmit={() => void give()}
      onClose={onClose}
    >
      <p>{items.length === 0 && bureaus.data ? t('cohortOffers.noBureaus') : t('cohortOffers.leaveEmpty')}</p>
      <DataTable
        caption={t('cohortOffers.giveTitle')}
        rows={items}
        rowKey={({ slug }) => slug}
        loading={bureaus.busy && bureaus.data === undefined}
        columns={[
          { key: 'name', title: t('cohortOffers.bureau'), render: ({ name }) => name, card: 'title' },
          {
            key: 'places',
            title: t('cohortOffers.places'),
            render: ({ slug, name }) => (
              <NumberInput
                aria-label={t('cohortOffers.placesFor', { name })}
                value={places[slug] ?? null}
                onChange={(n) => setPlaces({ ...places, [slug]: n })}
              />
            ),
          },
        ]}
      />
      <Field
        label={t('cohortOffers.until')}
        help={t('cohortOffers.untilHelp')}
        error={problem?.fields['/until']}
        optional
        short
      >
        {(link) => <DateInput {...link} value={until} onChange={setUntil} min={today} />}
      </Field>
      <Field label={t('cohortOffers.message')} optional>
        {(link) => <Textarea {...link} value={message} onChange={setMessage} maxLength={500} rows={3} />}
      </Field>
    </FormDialog>
  )
}
