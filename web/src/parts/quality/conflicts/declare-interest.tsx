import { call } from '../../../call.ts'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { useActing } from '../../../session.ts'
import { t } from '../../../words/words.ts'

/** The roles that decide; a unit or a reader has nothing to step aside from. */
const deciders: readonly string[] = ['office', 'finance', 'curator']

/** 我与此项有利益关系: on whatever somebody is about to decide. `item` is an application, project, listing, nomination or evaluation. */
export function DeclareInterest({ item }: { item: string }) {
  const { district, role } = useActing()
  if (!deciders.includes(role)) return null
  return (
    <MoveButtons
      offered={['declare']}
      moves={[
        {
          action: 'declare',
          label: t('frame.interest'),
          message: t('frame.interestHelp'),
          note: 'required',
          kind: 'danger',
          send: (note = '') => call('declareInterest', { params: { district }, body: { item, note } }),
        },
      ]}
    />
  )
}
