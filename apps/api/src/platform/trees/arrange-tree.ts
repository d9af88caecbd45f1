export interface TreeNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly isDisabled: boolean;
}

export interface ArrangedNode<Node> {
  readonly node: Node;
  /** Root first; the last is the node itself. */
  readonly path: readonly Node[];
  /** Disabled, or under one that is. */
  readonly isHidden: boolean;
  /** What hangs on the subtree where it is not hidden. */
  readonly count: number;
}

interface Arrangement<Node> {
  readonly compareSiblings: (one: Node, other: Node) => number;
  /** What hangs on this very node. */
  readonly ownCount: (node: Node) => number;
}

/** The whole tree in reading order: each node is followed by its subtree, whatever order the rows come in. */
export function arrangeTree<Node extends TreeNode>(
  nodes: readonly Node[],
  { compareSiblings, ownCount }: Arrangement<Node>,
): ArrangedNode<Node>[] {
  const childrenOf = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const siblings = childrenOf.get(node.parentId);
    if (siblings === undefined) childrenOf.set(node.parentId, [node]);
    else siblings.push(node);
  }
  // Each family for itself: the order is one of siblings, and says nothing of a root beside another's child.
  for (const siblings of childrenOf.values()) siblings.sort(compareSiblings);

  const arrange = (node: Node, above: readonly Node[], isAboveHidden: boolean): ArrangedNode<Node>[] => {
    const path = [...above, node];
    const isHidden = isAboveHidden || node.isDisabled;
    const children = (childrenOf.get(node.id) ?? []).map((child) => arrange(child, path, isHidden));
    const below = children.reduce((sum, [child]) => sum + (child?.count ?? 0), 0);
    const count = isHidden ? 0 : ownCount(node) + below;
    return [{ node, path, isHidden, count }, ...children.flat()];
  };

  return (childrenOf.get(null) ?? []).flatMap((root) => arrange(root, [], false));
}
