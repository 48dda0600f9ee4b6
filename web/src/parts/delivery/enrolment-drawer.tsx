import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { EnrolmentMoves } from './enrolment-moves.tsx'
import { EnrolmentView } from './enrolment-view.tsx'

interface EnrolmentDrawerProps {
  /** Null while closed. */
  id: string | null
  onClose: () => void
}

/** One enrolment beside the roster, and what may be done. */
export function EnrolmentDrawer({ id, onClose }: EnrolmentDrawerProps) {
  const { district } = useActing()
  const query = useQuery('readEnrolment', id === null ? null : { params: { district, id } })
  return (
    <Drawer
      open={id !== null}
      title={t('enrol.detail')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('enrol.close')}</Button>}
    >
      <QueryView query={query}>
        {(one) => (
          <div class="stack">
            <div class="row">
              <strong>{one.name}</strong>
              <StateTag group="enrolment" state={one.state} />
              <EnrolmentMoves enrolment={one} />
            </div>
            <EnrolmentView enrolment={one} />
          </div>
        )}
      </QueryView>
    </Drawer>
  )
}
