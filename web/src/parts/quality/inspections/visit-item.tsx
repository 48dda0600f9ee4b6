import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { hundredthsOf, pointsText, stepped } from '../hundredths.ts'
import { photoAddress } from './visit-photo.ts'
import type { Entry, KeptChange, KeptPhoto, Visit, VisitRecord } from './visit-store.ts'

type CheckItem = Visit['checklist'][number]
type Answer = Entry['answer']

function KeptPicture({ photo, onDrop }: { photo: KeptPhoto; onDrop: () => void }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    void photoAddress(photo.file).then(setAddress)
  }, [photo.id])
  return (
    <li class="visit-photo">
      {address !== '' && <img src={address} alt={t('inspections.photoOf', { at: formatInstant(photo.takenAt) })} />}
      <span class="muted">{t('inspections.photoWaits')}</span>
      <Button size="small" kind="text" onClick={onDrop}>
        {t('inspections.photoDrop')}
      </Button>
    </li>
  )
}

interface SentPictureProps {
  photo: VisitRecord['photos'][number]
  address: string
  readOnly: boolean
  onRemove: () => void
}

/** A photograph that has arrived; without a network it is only told of. */
function SentPicture({ photo, address, readOnly, onRemove }: SentPictureProps) {
  const [unseen, setUnseen] = useState(false)
  const [asking, setAsking] = useState(false)
  const name = t('inspections.photoOf', { at: formatInstant(photo.takenAt) })
  return (
    <li class="visit-photo">
      {unseen ? (
        <span class="visit-photo-gone">{name}</span>
      ) : (
        <img src={address} alt={name} onError={() => setUnseen(true)} />
      )}
      <span class="muted">{t('inspections.photoSent')}</span>
      {!readOnly && (
        <Button size="small" kind="text" onClick={() => setAsking(true)}>
          {t('inspections.photoDrop')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        danger
        title={t('inspections.photoDrop')}
        message={t('inspections.photoDropHelp')}
        confirmLabel={t('inspections.photoDrop')}
        onConfirm={() => {
          setAsking(false)
          onRemove()
        }}
        onClose={() => setAsking(false)}
      />
    </li>
  )
}

interface VisitItemProps {
  item: CheckItem
  /** What stands: the device's own change, or else what the server has. */
  entry: Entry | KeptChange | undefined
  photos: readonly KeptPhoto[]
  sent: VisitRecord['photos']
  /** Where photographs that were sent are read. */
  photoPath: string
  error: string | undefined
  readOnly: boolean
  onChange: (value: { score: number | null; answer: Answer; note: string }) => void
  onPhotos: (files: readonly File[]) => void
  onDropPhoto: (id: string) => void
  onRemoveSent: (id: string) => void
}

function Points({
  item,
  value,
  readOnly,
  error,
  onPick,
}: {
  item: CheckItem
  value: { score: number | null; answer: Answer }
  readOnly: boolean
  error: string | undefined
  onPick: (score: number | null, answer: Answer) => void
}) {
  const { score, answer } = value
  const step = (up: boolean) => onPick(stepped(score, item.max, up), null)
  return (
    <Field
      label={wordFor('inspectionPoints', item.nature ?? 'score').replace('{max}', pointsText(item.max))}
      error={error}
    >
      {(link) => (
        <div class="visit-points">
          <Button title={t('inspections.less')} disabled={readOnly} onClick={() => step(false)}>
            −½
          </Button>
          <NumberInput
            {...link}
            decimals={1}
            value={score === null ? null : score / 100}
            readOnly={readOnly}
            onChange={(points) => onPick(points === null ? null : hundredthsOf(points), null)}
          />
          <Button title={t('inspections.more')} disabled={readOnly} onClick={() => step(true)}>
            +½
          </Button>
          <label class="choice">
            <input
              type="checkbox"
              checked={answer === 'na'}
              disabled={readOnly}
              onChange={(event) => onPick(null, event.currentTarget.checked ? 'na' : null)}
            />
            <span>{wordFor('checkAnswer', 'na')}</span>
          </label>
        </div>
      )}
    </Field>
  )
}

/** One item of the list, for a thumb: points or yes and no, a remark, photographs. */
export function VisitItem(props: VisitItemProps) {
  const { item, entry, photos, sent, error, readOnly, onChange } = props
  const value = { score: entry?.score ?? null, answer: entry?.answer ?? null, note: entry?.note ?? '' }
  const [noting, setNoting] = useState(false)
  const earlier = entry && 'earlier' in entry ? entry.earlier : undefined
  const answers = item.kind === 'veto' ? ['no', 'yes', 'na'] : ['yes', 'no', 'na']
  return (
    <section class="card stack visit-item" id={`item-${item.key}`}>
      <h2>{item.title}</h2>
      {item.help !== '' && <p class="muted">{item.help}</p>}
      {item.kind === 'points' ? (
        <Points
          item={item}
          value={value}
          readOnly={readOnly}
          error={error}
          onPick={(score, answer) => onChange({ ...value, score, answer })}
        />
      ) : (
        <Field label={item.kind === 'veto' ? t('inspections.veto') : t('inspections.check')} error={error} group>
          {() => (
            <RadioGroup
              value={value.answer ?? ''}
              disabled={readOnly}
              onChange={(answer) => onChange({ ...value, answer: answer as Answer })}
              options={answers.map((answer) => ({
                value: answer,
                label: wordFor(item.kind === 'veto' ? 'vetoAnswer' : 'checkAnswer', answer),
              }))}
            />
          )}
        </Field>
      )}
      {earlier && (
        <Callout kind="warning" title={t('inspections.twoDevices')}>
          {t('inspections.twoDevicesHelp', {
            said:
              earlier.score === null
                ? wordFor(item.kind === 'veto' ? 'vetoAnswer' : 'checkAnswer', earlier.answer ?? 'none')
                : pointsText(earlier.score),
            note: earlier.note,
            at: formatInstant(earlier.at),
          })}
        </Callout>
      )}
      {noting || value.note !== '' ? (
        <Field label={t('inspections.note')}>
          {(link) => (
            <Textarea
              {...link}
              rows={2}
              maxLength={1000}
              value={value.note}
              readOnly={readOnly}
              onChange={(note) => onChange({ ...value, note })}
            />
          )}
        </Field>
      ) : null}
      {photos.length + sent.length > 0 && (
        <ul class="visit-photos">
          {sent.map((photo) => (
            <SentPicture
              key={photo.id}
              photo={photo}
              address={`${props.photoPath}/${photo.id}`}
              readOnly={readOnly}
              onRemove={() => props.onRemoveSent(photo.id)}
            />
          ))}
          {photos.map((photo) => (
            <KeptPicture key={photo.id} photo={photo} onDrop={() => props.onDropPhoto(photo.id)} />
          ))}
        </ul>
      )}
      {!readOnly && (
        <div class="row">
          {!noting && value.note === '' && (
            <Button size="small" onClick={() => setNoting(true)}>
              {t('inspections.addNote')}
            </Button>
          )}
          <label class="button button-normal button-small visit-camera">
            {t('inspections.takePhoto')}
            <input
              class="visually-hidden"
              type="file"
              accept="image/*"
              multiple
              onChange={(event) => {
                // emptying the field below would empty the browser's own list too
                const files = Array.from(event.currentTarget.files ?? [])
                if (files.length > 0) props.onPhotos(files)
                event.currentTarget.value = ''
              }}
            />
          </label>
        </div>
      )}
    </section>
  )
}
