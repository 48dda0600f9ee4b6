import type { OutputOf } from '../../../call.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { t } from '../../../words/words.ts'

interface BatchResultProps {
  /** Null while there is none to show. */
  result: OutputOf<'batchApplications'> | null
  onClose: () => void
}

/** What became of each application of a batch; those that were left say why. */
export function BatchResult({ result, onClose }: BatchResultProps) {
  const refused = result?.items.filter(({ done }) => !done) ?? []
  return (
    <Dialog
      open={result !== null}
      title={t('files.batchResult')}
      size="wide"
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          {t('files.close')}
        </Button>
      }
    >
      <div class="stack">
        <Callout kind={result?.done ? 'success' : 'warning'}>{t('files.batchDone', { n: result?.done ?? 0 })}</Callout>
        <h3>{t('files.batchRefused', { n: refused.length })}</h3>
        <ScrollRegion name={t('files.batchResult')}>
          <table class="form-rows-read">
            <thead>
              <tr>
                <th scope="col">{t('calls.project')}</th>
                <th scope="col">{t('frame.state')}</th>
                <th scope="col">{t('frame.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {refused.map((one) => (
                <tr key={one.id}>
                  <td>
                    <a href={`/applications/${one.id}`}>{one.title}</a>
                  </td>
                  <td class="nowrap">
                    <StateTag group="application" state={one.state} />
                  </td>
                  <td>
                    {one.problem}。{one.detail}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </div>
    </Dialog>
  )
}
