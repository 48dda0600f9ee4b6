import type { OutputOf } from '../../call.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { t } from '../../words/words.ts'

type Result = OutputOf<'admitEnrolments'>

interface AdmissionResultProps {
  /** Null while there is none to show. */
  result: Result | null
  onClose: () => void
}

/** What became of a batch of admissions; whoever was left says why. */
export function AdmissionResult({ result, onClose }: AdmissionResultProps) {
  const left = result?.items.filter(({ done, problem }) => !done && problem !== null) ?? []
  return (
    <Dialog
      open={result !== null}
      title={t('enrol.result')}
      size="wide"
      onClose={onClose}
      actions={
        <Button kind="primary" onClick={onClose}>
          {t('enrol.close')}
        </Button>
      }
    >
      <div class="stack">
        <Callout kind={result?.admitted ? 'success' : 'warning'}>
          {t('enrol.resultDone', { admitted: result?.admitted ?? 0, queued: result?.queued ?? 0 })}
        </Callout>
        {left.length > 0 && (
          <>
            <h3>{t('enrol.resultLeft', { n: left.length })}</h3>
            <ScrollRegion name={t('enrol.result')}>
              <table class="form-rows-read">
                <thead>
                  <tr>
                    <th scope="col">{t('enrol.person')}</th>
                    <th scope="col">{t('enrol.school')}</th>
                    <th scope="col">{t('enrol.reasonOf')}</th>
                  </tr>
                </thead>
                <tbody>
                  {left.map((one) => (
                    <tr key={one.id}>
                      <td class="nowrap">{one.name}</td>
                      <td>{one.schoolName}</td>
                      <td>
                        {one.problem}。{one.detail}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          </>
        )}
      </div>
    </Dialog>
  )
}
