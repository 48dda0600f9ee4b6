import { addressOf } from '../../../call.ts'
import { lazyExtra } from '../../../lazy-page.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { t } from '../../../words/words.ts'

const ExportMenu = lazyExtra(() => import('../../../frame/export-menu.tsx').then((m) => m.ExportMenu))

/** From a panel to its scores as a workbook and, once it is concluded, to the comments that go home. */
export function PanelSheetLinks({ panel }: { panel: { id: string; state: string } }) {
  const { district, role } = useActing()
  if (role !== 'office' && role !== 'auditor') return null
  return (
    <>
      <ExportMenu end address={(format) => addressOf('exportScores', { district, id: panel.id }, { format })} />
      {panel.state === 'concluded' && (
        <Button href={`/review-comments?panel=${panel.id}`}>{t('menu.reviewComments')}</Button>
      )}
    </>
  )
}
