import { Button } from '../../../ui/button.tsx'
import { t } from '../../../words/words.ts'
import type { TreeEditing, TreeStep } from './use-tree.ts'
import type { Undo } from './use-undo.ts'

const icons = { up: 'up', down: 'down', outdent: 'left', indent: 'right' } as const
const placed = ['up', 'down', 'outdent', 'indent'] as const satisfies readonly TreeStep[]

interface TreeToolbarProps {
  tree: TreeEditing
  history: Pick<Undo<unknown>, 'undo' | 'redo' | 'canUndo' | 'canRedo'>
}

/** What can be done with the row in hand; everything here has a key of its own. */
export function TreeToolbar({ tree, history }: TreeToolbarProps) {
  const { current } = tree
  return (
    <div class="tree-toolbar" role="toolbar" aria-label={t('rubrics.toolbar')}>
      <Button size="small" icon="plus" onClick={() => tree.add('leaf')}>
        {t('rubrics.addLeaf')}
      </Button>
      <Button size="small" icon="plus" onClick={() => tree.add('group')}>
        {t('rubrics.addGroup')}
      </Button>
      <span class="tree-toolbar-gap" />
      {placed.map((step) => (
        <Button
          key={step}
          kind="text"
          size="small"
          icon={icons[step]}
          title={t(`rubrics.${step}`)}
          disabled={!tree.can(step)}
          onClick={() => tree.step(step)}
        />
      ))}
      <Button
        kind="text"
        size="small"
        title={t('rubrics.duplicateHelp')}
        disabled={!tree.can('duplicate')}
        onClick={() => tree.step('duplicate')}
      >
        {t('rubrics.duplicate')}
      </Button>
      <Button
        kind="text"
        size="small"
        title={t('rubrics.removeHelp')}
        disabled={current === null}
        onClick={() => tree.remove()}
      >
        {t('rubrics.remove')}
      </Button>
      <span class="tree-toolbar-gap" />
      <Button
        kind="text"
        size="small"
        title={t('rubrics.undo')}
        disabled={!history.canUndo}
        onClick={() => history.undo() && tree.say(t('rubrics.done.undo'))}
      >
        {t('rubrics.undo').replace(/（.*| \(.*/, '')}
      </Button>
      <Button
        kind="text"
        size="small"
        title={t('rubrics.redo')}
        disabled={!history.canRedo}
        onClick={() => history.redo() && tree.say(t('rubrics.done.redo'))}
      >
        {t('rubrics.redo').replace(/（.*| \(.*/, '')}
      </Button>
    </div>
  )
}
