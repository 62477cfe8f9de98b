// Along a ray through the depth picture: place of the first thing met; z: 1 when there was one.
vec3 march(vec3 from, vec3 way, float depth, bool wanted) {
    float travel = 0.0, step_m = 0.06 + 0.035 * depth, last = 0.0;
    bool met = false;
    for (int i = 0; i < 15; i++) {
        if (!wanted || met) break;
        last = travel;
        travel += step_m;
        step_m *= 1.3;
        vec3 at = seen_at_place(from + way * travel);
        float behind = at.z - texture(depth_map, at.xy).r;
        wanted = at.z > 0.05 && abs(at.x - 0.5) < 0.5 && abs(at.y - 0.5) < 0.5;
        met = wanted && behind > 0.0 && behind < step_m * 1.6 + 0.1;
    }
    float low = last, high = travel;
    for (int i = 0; i < 5; i++) {
        if (!met) break;
        float middle = 0.5 * (low + high);
        vec3 at = seen_at_place(from + way * middle);
        bool inside = at.z > texture(depth_map, at.xy).r;
        high = inside ? middle : high;
        low = inside ? low : middle;
    }
    vec3 at = seen_at_place(from + way * high);
    return vec3(at.xy, met ? 1.0 : 0.0);
}
