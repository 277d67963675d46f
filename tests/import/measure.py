#!/usr/bin/env python3
"""Measures `congkhai import` on real documents against truths that were written down by hand.

    python3 tests/import/measure.py TRUTHS_FOLDER PROGRAM

A truth is a JSON file: `file`, `counts`, `head`, `nodes` (id: first words), `tasks`. Documents and truths stand outside the
repository, since their words may not enter it; only figures are printed. A field that is not as the truth has it is
"asked" where a question of nhap.md is about it, else "wrong".
"""
import json, os, re, subprocess, sys, tempfile, time
from pathlib import Path
import yaml

POINTS = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split()
ROMAN = re.compile(r'^(?:#+ )?([IVXL]+)[.\-/)–]')


def flat(text):
    return ' '.join((text or '').split())


def outline(text):
    """Counts of levels and the first words of each node, by id."""
    counts = dict.fromkeys('part section subsection point dash plus article appendix clause'.split(), 0)
    nodes, region, ground, stack, tallies = {}, '', '', {}, {}
    appendix = 0

    def tally(parent, kind):
        tallies[parent, kind] = tallies.get((parent, kind), 0) + 1
        return tallies[parent, kind]

    def put(level, id_, words):
        for other in [key for key in stack if key >= level]:
            del stack[other]
        stack[level] = id_
        nodes[id_] = flat(words)

    def parent(level):
        own = [key for key in stack if key < level]
        return stack[max(own)] if own else ground

    def joined(above, segment, sign='.'):
        return f'{above}{sign}{segment}' if above else segment

    for block in re.split(r'\n\s*\n', text):
        block = block.strip()
        if block.startswith(':::'):
            region = block.split('\n')[0][3:].strip()
            if region == 'phu_luc':
                appendix += 1
                counts['appendix'] += 1
                ground = 'pl' if appendix == 1 else f'pl{appendix}'
                stack.clear()
            continue
        if region not in ('noi_dung', 'phu_luc') or not block or block.startswith(('|', '[^')):
            continue
        words = re.sub(r'\s*\{sic:[^}]*\}$', '', block)
        bare = re.sub(r'^#+ ', '', words)
        article = re.match(r'^Điều (\d+)[.:]', bare)
        if article:
            counts['article'] += 1
            put(1, joined(ground, f'dieu-{article[1]}'), bare)
        elif words.startswith('# '):
            counts['clause' if appendix else 'part'] += 1
            put(1, joined(ground, ROMAN.match(bare)[1].lower() if ROMAN.match(bare) else '?'), bare)
        elif words.startswith('### ') or words.startswith('#### '):
            counts['subsection'] += 1
            number = re.match(r'^[\d.]*\d', bare)[0].split('.')[-1]
            level = 2 + words.index(' ') - 2
            put(level, joined(parent(level), number), bare)
        elif words.startswith('## ') or (1 in stack and 'dieu' in stack[1] and re.match(r'^\d+[.)] ?\D', bare)):
            counts['section'] += 1
            put(2, joined(parent(2), re.match(r'^\d+', bare)[0]), bare)
        elif re.match(r'^[a-zđ]\)', bare):
            counts['point'] += 1
            letter = 'dd' if bare[0] == 'đ' else bare[0]
            put(5, joined(parent(5), letter), bare)
        elif re.match(r'^-[\s\w]', bare):
            counts['dash'] += 1
            above = parent(6)
            plain = any(key in stack for key in (2, 3, 4, 5))
            put(6, joined(above, ('' if plain else 'g') + str(tally(above, 'dash')), '-'), bare)
        elif re.match(r'^\+[\s\w]', bare):
            counts['plus'] += 1
            above = parent(7)
            nodes[joined(above, ('' if 6 in stack else 'c') + str(tally(above, 'plus')), '-')] = flat(bare)
        else:
            for other in [key for key in stack if key >= 6]:
                del stack[other]
            above = parent(6)
            nodes[joined(above, f'p{tally(above, "p")}', '-')] = flat(bare)
    return counts, nodes


def key(name):
    """A name without case, marks and signs."""
    import unicodedata
    name = unicodedata.normalize('NFD', name.lower().replace('đ', 'd'))
    return ''.join(c for c in name if c.isalnum() and ord(c) < 128)


def measured(truth, program):
    folder = Path(tempfile.mkdtemp(prefix='congkhai-do-'))
    if Path(program).name == 'congkhai':
        command = [program, 'import', truth['file']]
    else:
        command = [program, truth['file'], '.']
    began = time.monotonic()
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    took = time.monotonic() - began
    result = dict(name=Path(truth['file']).stem.split('.')[0], took=took, right=0, asked=0, wrong=[], counts=[], questions=0, lines=0)
    plans = list((folder / 'content/ke-hoach').glob('*')) if (folder / 'content/ke-hoach').exists() else []
    if not plans:
        result['wrong'].append('nothing was written: ' + run.stderr[-300:])
        return result
    plan = plans[0]
    settings = yaml.safe_load((plan / 'ke-hoach.yml').read_text())
    report = (plan / 'nhap.md').read_text()
    blocks = re.split(r'\n### ', report.split('\n## Đã hiểu là')[0])[1:]
    questions = {block.split('\n')[0].strip(): flat(block) for block in blocks}
    result['questions'] = len(questions)
    source = (plan / 'nguon.txt').read_text()
    result['lines'] = sum(1 for line in source.split('\n') if line.strip())
    tasks = {}
    for path in (plan / 'nhiem-vu').glob('*.md') if (plan / 'nhiem-vu').exists() else []:
        task = yaml.safe_load(path.read_text().split('---\n')[1])
        tasks[task.get('bang'), str(task['so'])] = task
    names = {}
    for path in (folder / 'content/co-quan').glob('*.yml'):
        agency = yaml.safe_load(path.read_text())
        names[agency['id']] = [n for one in agency['ten'] for n in (one['ten'], one.get('ten_tat')) if n] + agency.get('bi_danh', [])
    groups = folder / 'content/nhom-co-quan.yml'
    for group in yaml.safe_load(groups.read_text())['nhom'] if groups.exists() else []:
        names[group['id']] = [group['ten']] + group.get('bi_danh', [])

    counts, nodes = outline((plan / 'van-ban.md').read_text())
    counts |= dict(tasks=len(tasks), groups=len(settings.get('nhom_nhiem_vu', [])), tables=len(settings.get('bang_nhiem_vu', [])))
    for level, expected in truth['counts'].items():
        if counts[level] != expected:
            result['counts'].append(f'{level} {counts[level]} for {expected}')

    def judge(what, right, asked):
        if right:
            result['right'] += 1
        elif asked:
            result['asked'] += 1
        else:
            result['wrong'].append(what)

    head = truth['head']
    issuer = names.get(settings['co_quan_ban_hanh'], [''])
    signer = settings.get('nguoi_ky') or {}
    judge('number', settings.get('so_hieu') == head['so_hieu'], 'so-hieu' in questions)
    judge('day', settings.get('ngay_ban_hanh') == head['ngay'], 'ngay' in questions)
    judge('kind', settings['loai'] == head['loai'], 'loai' in questions)
    judge('issuer', key(head['co_quan']) in map(key, issuer), 'co-quan-ban-hanh' in questions)
    for field, name in (('nguoi_ky', 'ho_ten'), ('hinh_thuc', 'hinh_thuc'), ('chuc_vu', 'chuc_vu')):
        judge(field, signer.get(name) == head[field], False)
    for id_, words in truth['nodes'].items():
        judge(f'node {id_}', nodes.get(id_, '').startswith(flat(words)), False)
    for expected in truth['tasks']:
        table = None if expected.get('bang', 1) == 1 else f"b{expected['bang']}"
        task = tasks.get((table, expected['so']))
        label = f"task {expected['so']}"
        if task is None:
            result['wrong'].append(f'{label} is not there')
            continue
        whole = expected['so'] if table is None else f"{table}-{expected['so']}"
        about = [text for id_, text in questions.items() if re.search(rf'nhiệm vụ [^.]*(?<![\w.-]){re.escape(whole)}(?![\w.]|-\d)', text)]
        asked = lambda *kinds: any(any(id_.startswith(kind) for kind in kinds) and text in about for id_, text in questions.items())
        cells = 'o-bang'
        time_ = task.get('thoi_gian') or {}
        partners = task.get('phoi_hop') or {}
        judge(f'{label} words', flat(task['nguyen_van']) == flat(expected['viec']), asked(cells))
        judge(f'{label} group', task.get('nhom') == expected.get('nhom'), asked(cells))
        judge(f'{label} lead words', flat(task.get('chu_tri_nguyen_van')) == flat(expected['chu_tri']), asked(cells))
        if 'thoi_gian' in expected:
            judge(f'{label} time', flat(time_.get('nguyen_van')) == flat(expected['thoi_gian']), asked(cells, 'thoi-gian'))
        if 'phoi_hop' in expected:
            judge(f'{label} partner words', flat(partners.get('nguyen_van')) == flat(expected['phoi_hop']), asked(cells))
        if 'san_pham' in expected:
            products = [flat(one) for one in task.get('san_pham') or []]
            judge(f'{label} products', products == [flat(one) for one in expected['san_pham']], asked(cells))
        if 'khac' in expected:
            others = {name: flat(text) for name, text in (task.get('cot_khac') or {}).items()}
            judge(f'{label} others', others == expected['khac'], asked(cells))
        if 'ket_qua' in expected:
            results = [(flat(one['nguyen_van']), flat((one.get('thoi_gian') or {}).get('nguyen_van'))) for one in task.get('ket_qua', [])]
            wanted = [(flat(one['nguyen_van']), flat(one['thoi_gian'])) for one in expected['ket_qua']]
            judge(f'{label} results', results == wanted, asked(cells))
        for field, ids in (
            ('ai', task.get('chu_tri', []) + task.get('chu_tri_nhom', [])),
            ('cung', partners.get('co_quan', []) + partners.get('nhom', [])),
        ):
            if field in expected:
                found = [{key(name) for name in names.get(id_, [])} for id_ in ids]
                wanted = [key(name) for name in expected[field]]
                fits = len(found) == len(wanted) and all(any(name in one for one in found) for name in wanted)
                judge(f'{label} {field}', fits, asked(cells, 'co-quan'))
    return result


def main():
    truths, program = Path(sys.argv[1]), os.path.abspath(sys.argv[2])
    print('| document | outline and tasks | fields right | asked | wrong without a note | questions per 100 lines | seconds |')
    print('|---|---|---|---|---|---|---|')
    for path in sorted(truths.glob('*.json')):
        result = measured(json.loads(path.read_text()), program)
        counts = 'right' if not result['counts'] else '; '.join(result['counts'])
        per = 100 * result['questions'] / max(result['lines'], 1)
        print(f"| {result['name']} | {counts} | {result['right']} | {result['asked']} | {len(result['wrong'])} | {per:.1f} | {result['took']:.2f} |")
        if '-v' in sys.argv:
            for what in result['wrong']:
                print('   wrong:', what)


if __name__ == '__main__':
    main()
