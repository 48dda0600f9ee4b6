import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { t } from '../../words/words.ts'

/** What came of a test message. */
export interface Tested {
  name: string
  delivered: boolean
  detail: string
}

/** Stays until it is closed: what is to be done about a failure is read, and then done elsewhere. */
export function TestedCallout({ tested, onClose }: { tested: Tested | null; onClose: () => void }) {
  return (
    <div role="status">
      {tested && (
        <Callout
          kind={tested.delivered ? 'success' : 'warning'}
          title={
            tested.delivered ? t('robots.arrived', { name: tested.name }) : t('robots.failed', { name: tested.name })
          }
          actions={
            <Button size="small" onClick={onClose}>
              {t('ui.close')}
            </Button>
          }
        >
          {tested.detail}
        </Callout>
      )}
    </div>
  )
}
