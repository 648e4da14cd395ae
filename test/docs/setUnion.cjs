// gitlab-ci-local is bundled for Node 22, of which it needs nothing that Node 20 does not have but this.
Set.prototype.union ??= function (other) {
  return new Set([...this, ...other]);
};
