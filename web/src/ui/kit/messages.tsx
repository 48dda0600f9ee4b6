import { useState } from 'preact/hooks'
import { AutosaveMark } from '../autosave-mark.tsx'
import { Button } from '../button.tsx'
import { Callout } from '../callout.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { DescriptionList } from '../description-list.tsx'
import { Dialog } from '../dialog.tsx'
import { Drawer } from '../drawer.tsx'
import { EmptyState } from '../empty-state.tsx'
import { ProgressBar } from '../progress-bar.tsx'
import { ResultPage } from '../result-page.tsx'
import { Skeleton } from '../skeleton.tsx'
import { StateTag } from '../state-tag.tsx'
import { Tag } from '../tag.tsx'
import { Timeline } from '../timeline.tsx'
import { showToast } from '../toast.tsx'
import { history } from './samples.ts'
import { Section } from './section.tsx'

const states = [
  'draft',
  'submitted',
  'returned',
  'screened',
  'in_review',
  'noticed',
  'approved',
  'rejected',
  'withdrawn',
]
const listings = ['candidate', 'reserve', 'flagship', 'warned', 'removed']

export function Windows() {
  const [open, setOpen] = useState<'dialog' | 'return' | 'danger' | 'drawer' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title="弹窗、抽屉、轻提示">
      <div class="row">
        <Button onClick={() => setOpen('dialog')}>对话框</Button>
        <Button onClick={() => setOpen('return')}>退回修改（须填说明）</Button>
        <Button kind="danger" onClick={() => setOpen('danger')}>
          终止项目
        </Button>
        <Button onClick={() => setOpen('drawer')}>抽屉</Button>
        <Button onClick={() => showToast({ kind: 'success', text: '已提交，编号 2026-QX-0117' })}>成功提示</Button>
        <Button onClick={() => showToast({ kind: 'error', text: '没有提交成功：网络已断开，请稍后重试' })}>
          失败提示
        </Button>
      </div>
      <Dialog
        open={open === 'dialog'}
        title="评分标准"
        onClose={close}
        actions={<Button onClick={close}>知道了</Button>}
      >
        90 分及以上为优秀，80 分及以上为良好，60 分及以上为合格。
      </Dialog>
      <ConfirmDialog
        open={open === 'return'}
        title="退回修改"
        message="申报书将退回申报单位，截止日期前可重新提交。"
        confirmLabel="退回修改"
        note={{ label: '退回原因', required: true, maxLength: 300, help: '申报单位会看到这段文字' }}
        onConfirm={close}
        onClose={close}
      />
      <ConfirmDialog
        open={open === 'danger'}
        title="终止项目"
        message="终止后不可恢复，已确认的学时不受影响。"
        confirmLabel="终止项目"
        danger
        onConfirm={close}
        onClose={close}
      />
      <Drawer
        open={open === 'drawer'}
        title="申报书详情"
        onClose={close}
        actions={<Button onClick={close}>关闭</Button>}
      >
        <Timeline entries={history} />
      </Drawer>
    </Section>
  )
}

export function Messages() {
  return (
    <Section title="提示与状态">
      <div class="row">
        {states.map((state) => (
          <StateTag key={state} group="application" state={state} />
        ))}
      </div>
      <div class="row">
        {listings.map((state) => (
          <StateTag key={state} group="listing" state={state} />
        ))}
        <Tag tone="accent">还剩 2 天</Tag>
      </div>
      <Callout title="申报将于 2026-05-11 18:00 截止">截止后只有师训科批准的延期才能提交。</Callout>
      <Callout kind="success" title="校验通过">
        共 312 行，全部可以导入。
      </Callout>
      <Callout kind="warning" title="2027 年节假日尚未维护">
        公示期无法计算，请先导入国务院放假安排。
      </Callout>
      <Callout kind="error" title="他人已修改此申报书" actions={<Button size="small">查看对方的修改</Button>}>
        周敏于 09:28 保存。您的内容仍在本页，未被覆盖。
      </Callout>
      <div class="row">
        <AutosaveMark state={{ kind: 'saved', at: '2026-11-21T01:30:00Z' }} />
        <AutosaveMark state={{ kind: 'saving' }} />
        <AutosaveMark state={{ kind: 'failed' }} />
        <AutosaveMark state={{ kind: 'conflict' }} />
      </div>
      <div class="grid-2">
        <ProgressBar value={62} label="62%" name="导入进度" />
        <ProgressBar value={100} label="已完成" name="导入进度" tone="done" />
        <ProgressBar value={35} label="35%，应达 60%" name="预算执行" tone="late" />
      </div>
      <div class="grid-2">
        <Skeleton rows={3} />
        <Skeleton kind="form" rows={2} />
      </div>
      <div class="grid-2">
        <EmptyState
          title="还没有申报书"
          help="通知开放期间可以新建。"
          action={<Button kind="primary">新建申报</Button>}
        />
        <EmptyState kind="search" title="没有符合条件的项目" help="请减少条件，或换个词再试。" />
        <EmptyState kind="forbidden" title="您当前的角色不能查看此页" help="请在右上角切换角色。" />
        <EmptyState kind="offline" title="网络已断开" help="已填写的内容保存在本机。" />
      </div>
    </Section>
  )
}

export function Results() {
  return (
    <Section title="结果页">
      <ResultPage
        kind="success"
        title="申报书已提交"
        help="师训科将在 3 个工作日内完成形式审查，结果会出现在您的待办中。"
        facts={
          <DescriptionList
            single
            items={[
              { label: '申报编号', value: '2026-QX-0117' },
              { label: '提交时间', value: '2026-05-08 14:12' },
              { label: '下一步', value: '形式审查' },
            ]}
          />
        }
        actions={
          <>
            <Button>打印申报书</Button>
            <Button kind="primary">回到列表</Button>
          </>
        }
      />
    </Section>
  )
}
