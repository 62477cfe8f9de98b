void pattern(inout Look look, Place at) {}
