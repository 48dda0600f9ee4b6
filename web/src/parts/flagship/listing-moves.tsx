import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import type { Move } from '../../frame/move-buttons.tsx'
import { useActing } from '../../session.ts'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'

export type Listing = OutputOf<'readCuratedListing'>

/** Every move of a listing that this client can make; the API says which of them are open. */
export function useListingMoves(listing: Pick<Listing, 'id' | 'version' | 'model'>): readonly Move[] {
  const { district } = useActing()
  const [model, setModel] = useState(listing.model ?? '')
  const params = { district, id: listing.id }
  const ifMatch = listing.version
  return [
    {
      action: 'remove',
      note: 'required',
      kind: 'danger',
      message: t('flagship.removeHelp'),
      send: (note = '') => call('removeListing', { params, body: { note }, ifMatch }),
    },
    {
      action: 'warn',
      note: 'required',
      message: t('flagship.warnHelp'),
      send: (note = '') => call('warnListing', { params, body: { note }, ifMatch }),
    },
    {
      action: 'keep',
      note: 'required',
      kind: 'primary',
      message: t('flagship.keepHelp'),
      send: (note = '') => call('keepListing', { params, body: { note }, ifMatch }),
    },
    {
      action: 'reserve',
      note: 'optional',
      kind: 'primary',
      message: t('flagship.reserveHelp'),
      send: (note) => call('reserveListing', { params, body: { note }, ifMatch }),
    },
    {
      action: 'promote',
      note: 'optional',
      kind: 'primary',
      message: (
        <div class="stack">
          <p>{t('flagship.promoteHelp')}</p>
          <Field label={t('flagship.model')} optional help={t('flagship.modelHelp')}>
            {(link) => (
              <TextInput
                {...link}
                value={model}
                onChange={setModel}
                maxLength={60}
                placeholder={t('flagship.modelExample')}
              />
            )}
          </Field>
        </div>
      ),
      send: (note) =>
        call('promoteListing', {
          params,
          body: { note, model: model.trim() === '' ? undefined : model.trim() },
          ifMatch,
        }),
    },
  ]
}
