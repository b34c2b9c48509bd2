"""Who there is: bodies, units, hamlets, officers, delegation (cơ quan, đơn vị, thôn, cán bộ, ủy quyền).

Everything is valid from one day to another. A unit or hamlet that is renamed or merged is followed by a new row and
keeps its own name for earlier days; a delegation writes a dated grant, so that deciding never needs this package.
"""
