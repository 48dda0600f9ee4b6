import { call } from '../../call.ts'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import type { Robot } from './robot-draft.ts'
import type { Tested } from './tested-callout.tsx'

interface RobotButtonsProps {
  robot: Robot
  /** In a row of the list: what is done often. */
  short?: boolean | undefined
  onEdit: () => void
  onTested: (tested: Tested) => void
  onRemoved?: (() => void) | undefined
}

/** What the API offers on a robot: a test message at once, the rest after a question. */
export function RobotButtons({ robot, short = false, onEdit, onTested, onRemoved }: RobotButtonsProps) {
  const { district } = useActing()
  const test = useSend('testRobot')
  const at = { params: { district, id: robot.id }, ifMatch: robot.version }
  const { name } = robot
  async function say() {
    const answer = await test.send({ params: at.params, body: {} })
    onTested(
      answer.ok
        ? { name, ...answer.body }
        : { name, delivered: false, detail: [answer.problem.title, answer.problem.detail].join('　') },
    )
  }
  const switched = robot.state === 'on' ? 'off' : 'on'
  return (
    <div class="row">
      {robot.actions.includes('test') && robot.state === 'on' && (
        <Button size="small" busy={test.busy} title={t('robots.testOf', { name })} onClick={() => void say()}>
          {t('robots.test')}
        </Button>
      )}
      {robot.actions.includes('edit') && (
        <Button kind="text" size="small" title={t('robots.editOf', { name })} onClick={onEdit}>
          {t('frame.edit')}
        </Button>
      )}
      <MoveButtons
        offered={short || !robot.actions.includes('edit') ? [] : [switched, ...robot.actions]}
        quiet
        size="small"
        moves={[
          {
            action: 'off',
            label: t('robots.off'),
            message: t('robots.offHelp', { name }),
            note: 'none',
            send: () => call('editRobot', { ...at, body: { state: 'off' } }),
          },
          {
            action: 'on',
            label: t('robots.on'),
            message: t('robots.onHelp', { name }),
            note: 'none',
            send: () => call('editRobot', { ...at, body: { state: 'on' } }),
          },
          {
            action: 'remove',
            label: t('robots.remove'),
            message: t('robots.removeHelp', { name }),
            note: 'none',
            kind: 'danger',
            send: () => call('removeRobot', at),
          },
        ]}
        onDone={({ action }) => action === 'remove' && onRemoved?.()}
      />
    </div>
  )
}
