"""Who there is: bodies, units, hamlets, officers, delegation (cơ quan, đơn vị, thôn, cán bộ, ủy quyền)."""
